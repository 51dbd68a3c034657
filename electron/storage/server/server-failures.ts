import { FailureError } from '../../../data/schema/failure.js';
import type { Text } from '../../../data/schema/text.js';
import type { ServerAddress } from './address.js';

/*
 * What a person is told when a server refuses. None of it repeats what the driver says, which may hold parts of the address.
 */

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '');
const place = { field: 'address' };
const refused = (zh: string, en: string) => new FailureError('not-allowed', { zh, en }, place);

/** Errors that mean that the connection itself is gone, and not that the server refused what was asked. */
export const isConnectionLost = (error: unknown) => /^(E[A-Z]+|08...|57P0[123])$/.test(codeOf(error)) || /Connection terminated|connection timeout|Query read timeout|not queryable|client was closed/i.test((error as Error | undefined)?.message ?? '');

/** Why an address could not be opened, with the next step. */
export function connectFailure(error: unknown, { host, database, login, hasPassword }: ServerAddress): FailureError {
  if (error instanceof FailureError) return error;
  const code = codeOf(error);
  const message = (error as Error | undefined)?.message ?? '';
  const found = (): FailureError => {
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENOENT') return refused(`找不到服务器「${host}」。请核对地址，看网线或 Wi-Fi 是否接好。`, `There is no server “${host}”. Check the address and the network.`);
    if (code === 'ECONNREFUSED') return refused(`服务器「${host}」找到了，但那里没有 PostgreSQL 在听。请管理员启动 PostgreSQL，并核对端口。`, `The server “${host}” is there, but no PostgreSQL listens. Ask its administrator to start it, and check the port.`);
    if (code === '28P01' || (/SASL|password/i.test(message) && !hasPassword)) return hasPassword ? refused(`「${login}」的密码不对。请再输一次；忘了请找审核人重设。`, `The password of “${login}” is wrong. Enter it again, or ask an approver to set a new one.`) : refused(`服务器要「${login}」的密码。请在下面填上。`, `The server asks for the password of “${login}”. Enter it below.`);
    if (code === '28000') return refused(`服务器不让「${login}」从这台电脑登录。请管理员建好这个登录名，并在 pg_hba.conf 里放行。`, `The server does not let “${login}” in from this computer. Ask its administrator to make the login and to allow it in pg_hba.conf.`);
    if (code === '3D000') return refused(`服务器上没有名为「${database}」的数据库。请管理员先建好，或改正地址。`, `The server has no database “${database}”. Ask its administrator to make it, or correct the address.`);
    if (code === '42501') return refused(`「${login}」没有看这本账的权限。请审核人把这个登录名加进来。`, `“${login}” may not read this ledger. Ask an approver to add the login.`);
    if (code === '53300') return refused('服务器的连接已满。请过一会儿再试，或请管理员放宽连接数。', 'The server has no connection left. Try again in a moment, or ask its administrator to allow more.');
    if (/SSL/i.test(message)) return refused('服务器与这里对加密连接的要求不一致。请核对地址末尾的 sslmode。', 'The server and this address disagree about encryption. Check sslmode at the end of the address.');
    return refused(`连不上服务器「${host}」。请看网络和地址，过一会儿再试。`, `The server “${host}” cannot be reached. Check the network and the address, and try again in a moment.`);
  };
  const failure = found();
  failure.cause = new Error(code || 'unknown');
  return failure;
}

export const noPostgis = () => refused('服务器上没有 PostGIS。请管理员装好（Debian、Ubuntu：apt install postgresql-postgis），再试一次。', 'The server has no PostGIS. Ask its administrator to install it (Debian, Ubuntu: apt install postgresql-postgis) and try again.');
export const noTables = () => new FailureError('not-found', { zh: '这个数据库还是空的。请先在设置的「服务器」里建一本账。', en: 'This database is still empty. Make a ledger in it first, under Settings, Server.' }, place);
export const tablesThere = () => refused('这个数据库里已经有一本账，没有动它。请直接打开。', 'This database already holds a ledger, which was left as it is. Open it.');
export const newerServer = (layout: number) => new FailureError('read-only', { zh: `服务器上的账本由更新版本的程序管理（第 ${layout} 版）。请先升级这台电脑上的程序。`, en: `A newer version of the program keeps the ledger on the server (layout ${layout}). Update the program on this computer first.` }, place);
export const olderServer = () => new FailureError('read-only', { zh: '服务器上的账本还是旧格式。请建账的人用新程序打开一次，会自动升级。', en: 'The ledger on the server is of an older format. Let whoever made it open it once with this version; it is then brought up to date.' }, place);
export const notMember = (login: string) => refused(`「${login}」不在这本账的人员名单里。请审核人加进来。`, `“${login}” is not among the people of this ledger. Ask an approver to be added.`);
export const mayNotMake = (login: string) => refused(`「${login}」不能在这个数据库里建表。请管理员把数据库的所有权交给它。`, `“${login}” may not make tables in this database. Ask its administrator to make it the owner.`);

export const lostNotice: Text = { zh: '与服务器的连接断了，现在能看不能改；以前保存过的都在服务器上。连上后会自己接着用，不用重开。', en: 'The connection to the server is lost: you can look on, and edits are refused. All that was saved is on the server. Work goes on by itself once it is back.' };
export const viewerNotice: Text = { zh: '您是查看人，只看不改。要修改，请审核人改您的权限。', en: 'You are a viewer and may only read. Ask an approver for another role to edit.' };
export const lostFailure = () => new FailureError('disk', { zh: `${lostNotice.zh}这次修改没有保存。`, en: `${lostNotice.en} This edit was not saved.` });
/** The connection broke while a change was under way: whether it was kept is known only when it is back. */
export const unsureCommit = () => new FailureError('disk', {
  zh: '保存时与服务器的连接断了，不能确定这次修改存没存进去。连上后会显示最新内容，请核对，缺了再改一次。',
  en: 'The connection broke while saving, so it is not certain whether this edit was kept. The newest is shown once it is back: look, and repeat the edit if it is missing.',
});
export const outOfDate = (name: string) => new FailureError('out-of-date', {
  zh: `「${name}」刚被别处改过，这次修改没有保存，已为您显示最新内容。请再改一次。`, en: `“${name}” was just changed elsewhere, so this edit was not saved and the newest is shown. Please edit it again.`,
});
export const roleForbids = (zh: string, en: string) => new FailureError('not-allowed', { zh: `您的权限不能${zh}。请找审核人。`, en: `Your role does not let you ${en}. Ask an approver.` });

/** What the server's refusal of an act means; anything unexpected is passed on. */
export function actFailure(error: unknown): unknown {
  if (error instanceof FailureError) return error;
  const code = codeOf(error);
  if (code === 'XS002') return roleForbids('这样做', 'do this');
  // A desk opens a ledger of its own format only, so one that differs later was brought to a newer one meanwhile.
  if (code === 'XS003') return newerServer(Number((error as { detail?: unknown }).detail));
  if (code === 'XS004') return new FailureError('wrong-input', { zh: '服务器上已有这个登录名，不是在这里建的。请换一个；要让它进来，密码一栏请空着。', en: 'The server already has this login, which was not made here. Choose another; to let it in, leave the password empty.' }, { field: 'login' });
  if (code === 'XS005') return new FailureError('wrong-input', { zh: '新登录名要有密码，至少 8 位。请填上再保存。', en: 'A new login needs a password of at least 8 characters. Enter one and save again.' }, { field: 'password' });
  if (code === '23505') return new FailureError('wrong-input', { zh: '已有同名的人。请在名字后加个区别，再保存。', en: 'There is somebody of that name already. Tell them apart and save again.' }, { field: 'name' });
  if (code === '42501') return new FailureError('not-allowed', { zh: '建账的登录名不能在服务器上建人。请管理员执行 ALTER ROLE 登录名 CREATEROLE 后再试。', en: 'The login that made the ledger may not make people on the server. Ask the administrator for ALTER ROLE … CREATEROLE and try again.' });
  if (code === '53100') return new FailureError('disk', { zh: '服务器的磁盘满了，这次修改没有保存。请管理员腾出空间。', en: 'The server’s disk is full, so this edit was not saved. Ask its administrator to free some space.' });
  return error;
}
