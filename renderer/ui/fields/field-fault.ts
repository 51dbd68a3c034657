import type { FieldDefinition } from '../../../data/schema/fields.js';
import { text, type Text } from '../../../data/schema/text.js';

/** True when the field cannot be left empty. */
export const isRequired = (entry: Pick<FieldDefinition, 'schema'>) => !entry.schema.safeParse(undefined).success;

/** Why the field's schema does not take a value, in a sentence with what to do; nothing when it does. */
export function faultOf(entry: FieldDefinition, value: unknown): Text | undefined {
  const parsed = entry.schema.safeParse(value);
  if (parsed.success) return undefined;
  if (value === undefined || value === '') return text(`「${entry.label.zh}」不能空着。`, `“${entry.label.en}” cannot be left empty.`);
  const issue = parsed.error.issues[0];
  switch (issue?.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? text(`最多 ${issue.maximum} 个字，现在 ${String(value).length} 个。`, `At most ${issue.maximum} characters; there are ${String(value).length}.`)
        : text(`不能大于 ${issue.maximum}。`, `It cannot be more than ${issue.maximum}.`);
    case 'too_small':
      return Number(issue.minimum) === 0 && !issue.inclusive ? text('要大于 0；没有就空着。', 'It must be more than 0; leave it empty if there is none.') : text(`不能小于 ${issue.minimum}。`, `It cannot be less than ${issue.minimum}.`);
    case 'invalid_type':
      return entry.kind === 'number' ? text('请填整数。', 'Give a whole number.') : wrongForm;
    case 'invalid_format':
      return entry.kind === 'date' ? text('写成 2024-03-08、2024-03 或 2024。', 'Write it as 2024-03-08, 2024-03 or 2024.') : wrongForm;
    default:
      return wrongForm;
  }
}

const wrongForm = text('写法不对，请改正。', 'This is not in the right form; please correct it.');
