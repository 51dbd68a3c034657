import type { Media } from '../../../data/schema/media.js';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import type { Category } from '../../../data/schema/vocabularies.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { Icon } from '../icon.js';
import { valueText } from './value-text.js';

/** Pictures as small prints; other files by name. */
export function MediaView({ media }: { media: readonly Media[] }) {
  const client = useClient();
  const say = useSay();
  if (media.length === 0) return <span className="field-shown soft">{say('还没有', 'None yet')}</span>;
  return (
    <ul className="field-media">
      {media.map((item) => {
        const name = item.caption?.[say.language] || item.caption?.zh || item.fileName || '';
        return (
          <li key={item.id} title={name}>
            {/\.(jpe?g|png|webp|gif|avif)$/.test(item.id) ? <img src={client.address(`media/${item.id}/small`)} alt={name} loading="lazy" /> : <span className="field-file"><Icon name="folder" />{name}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** A value that is shown and not edited here. */
export function ShownValue({ entry, value, category }: { entry: FieldDefinition; value: unknown; category?: Category | undefined }) {
  const say = useSay();
  if (entry.kind === 'media') return <MediaView media={(value as readonly Media[] | undefined) ?? []} />;
  const words = valueText(entry, value, say.language, category);
  return <span className={`field-shown ${words ? '' : 'soft'}`}>{words || say('无', 'None')}</span>;
}
