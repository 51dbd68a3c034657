import { useId } from 'react';
import { approvalNumberOf, hasApprovalForm } from '../../../data/rules/map/credits.js';
import { mapPackSchema, type MapPack } from '../../../data/schema/map-pack.js';
import { useSay } from '../../state/language.js';

/** True when the form can be stored as it is. */
export const isComplete = (pack: MapPack) => mapPackSchema.safeParse(pack).success;

/** What is said of a map wherever it is shown: its name, its 审图号, who made it, what may be done with it. */
export function PackForm({ pack, isFixed, onPack }: { pack: MapPack; isFixed: boolean; onPack: (pack: MapPack) => void }) {
  const say = useSay();
  const id = useId();
  const written = pack.approvalNumber.trim();
  const hint = written === '' || approvalNumberOf(written) === null
    ? say('没有就空着；图上会写「无审图号」，公开展示前会提醒。', 'Leave it empty where there is none: the map then says so, and you are warned before a public showing.')
    : hasApprovalForm(written) ? say('原样标在图上、印件和各种出品上。', 'Printed as it is on the map, on prints and in every output.')
    : say('写法不像审图号，一般如 GS（2024）0001号、浙S（2023）12号。请核对；确实如此就照此标注。', 'This does not look like an approval number, such as GS（2024）0001号 or 浙S（2023）12号. Check it; if it is so, it is shown as written.');
  return (
    <div className="pack-form">
      <div>
        <label className="label" htmlFor={`${id}name`}>{say('名称', 'Name')}</label>
        <input id={`${id}name`} className="input" maxLength={80} autoComplete="off" disabled={isFixed} value={pack.name} aria-required="true" aria-invalid={pack.name.trim() === ''} onChange={(event) => onPack({ ...pack, name: event.target.value })} />
        {pack.name.trim() === '' && <p className="fault">{say('请写一个名称，图上要用。', 'Give it a name; the map shows it.')}</p>}
      </div>
      <div>
        <label className="label" htmlFor={`${id}approval`}>{say('审图号', 'Approval number (审图号)')}</label>
        <input id={`${id}approval`} className="input" maxLength={60} autoComplete="off" spellCheck={false} disabled={isFixed} value={pack.approvalNumber} placeholder="GS（2024）0001号" aria-describedby={`${id}hint`} onChange={(event) => onPack({ ...pack, approvalNumber: event.target.value })} />
        <p className="help" id={`${id}hint`} data-doubt={written !== '' && approvalNumberOf(written) !== null && !hasApprovalForm(written) ? '' : undefined}>{hint}</p>
      </div>
      <div>
        <label className="label" htmlFor={`${id}maker`}>{say('来源（标在图上）', 'Source (shown on the map)')}</label>
        <input id={`${id}maker`} className="input" maxLength={300} autoComplete="off" disabled={isFixed} value={pack.attribution} placeholder={say('例如：© 国家地理信息公共服务平台 天地图', 'Such as: © Tianditu')} onChange={(event) => onPack({ ...pack, attribution: event.target.value })} />
      </div>
      <div>
        <label className="label" htmlFor={`${id}licence`}>{say('许可', 'Licence')}</label>
        <input id={`${id}licence`} className="input" maxLength={300} autoComplete="off" disabled={isFixed} value={pack.licence} placeholder={say('例如：县自然资源局提供，限本乡使用', 'Such as: provided by the county, for this township only')} onChange={(event) => onPack({ ...pack, licence: event.target.value })} />
      </div>
    </div>
  );
}
