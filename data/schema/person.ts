import type { Text } from './text.js';

/**
 * What a person may do in a ledger on a server, each more than the one before: a viewer reads; a keeper edits and takes back edits of
 * their own; an approver also takes back those of others, goes back to earlier states, and says who may do what.
 */
export const roles = ['viewer', 'keeper', 'approver'] as const;
export type Role = (typeof roles)[number];

export const roleLabels: Readonly<Record<Role, Text>> = {
  viewer: { zh: '查看人', en: 'Viewer' }, keeper: { zh: '管理员', en: 'Keeper' }, approver: { zh: '审核人', en: 'Approver' },
};
export const roleNotes: Readonly<Record<Role, Text>> = {
  viewer: { zh: '只看不改', en: 'Reads' },
  keeper: { zh: '修改，撤销自己的修改', en: 'Edits, and undoes edits of their own' },
  approver: { zh: '修改，撤销任何人的修改，恢复，管理人员', en: 'Edits, undoes anybody’s edits, restores and manages people' },
};

/** True when one role includes another. */
export const isAtLeast = (role: Role, wanted: Role) => roles.indexOf(role) >= roles.indexOf(wanted);
