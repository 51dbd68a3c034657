import type { FieldDefinition } from '../../../data/schema/fields.js';
import type { Draft } from './draft.js';

/** What every editor of a field is given. The draft's type follows the field's kind; see `DraftOf`. */
export interface EditorProps<D extends Draft = Draft> {
  readonly entry: FieldDefinition;
  /** The id of its control, so that the label points at it. */
  readonly id: string;
  readonly draft: D;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onDraft: (draft: D) => void;
  /** Saves; `draft` when it was chosen in this very moment. */
  readonly onCommit: (draft?: D) => void;
  /** Takes back what was typed; false when nothing was. */
  readonly onReset: () => boolean;
}
