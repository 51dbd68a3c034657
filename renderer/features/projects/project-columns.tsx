import { formatInvestment, formatNumber, squareMetresPerMu } from '../../../data/rules/format.js';
import { leadCountPath } from '../../../data/rules/lead/counts.js';
import type { FormSection } from '../../../data/schema/field.js';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import type { Project } from '../../../data/schema/project.js';
import type { Say } from '../../state/language.js';
import type { DeskProjectRow } from '../../state/program-store.js';
import { AudienceMark } from '../../ui/fields/field-editor.js';
import { valueText } from '../../ui/fields/value-text.js';
import { accessOf } from '../../ui/grid/cell-words.js';
import { columnWidth, type GridColumn } from '../../ui/grid/grid-column.js';
import { tableFields, valueOf, type ProjectSums } from './project-view.js';

const sectionOrder: readonly FormSection[] = ['identity', 'size', 'offer', 'place', 'story', 'rights', 'people'];
/** The stage stands out by its tone; cinnabar only where somebody has to act. */
const stageTones: Readonly<Record<string, string>> = { talking: 'tag-warn', signed: 'tag-good', building: 'tag-good', built: 'tag-good' };
const empty = <span className="grid-none">·</span>;

/** A choice as a small slip. */
export function ChoiceTag({ entry, value, say }: { entry: FieldDefinition; value: string; say: Say }) {
  return <span className={`tag ${entry.path === 'stage' ? stageTones[value] ?? '' : `projects-${value}`}`}>{entry.vocabulary ? say.word(entry.vocabulary, value) : value}</span>;
}

/** The columns of 项目一张表 from the registry, with the derived figures beside the links, and the number of leads after them. */
export function projectColumns(say: Say, leads: Readonly<Record<string, number>> = {}): GridColumn<DeskProjectRow>[] {
  const ordered = sectionOrder.flatMap((section) => tableFields.filter((entry) => entry.section === section));
  return ordered.flatMap((entry) => {
    const column: GridColumn<DeskProjectRow> = {
      key: entry.path, label: say(entry.label), width: columnWidth(entry, say.language), align: entry.kind === 'number' ? 'right' : 'left', field: entry, access: () => accessOf(entry, undefined),
      ...(entry.unit ? { unit: say(entry.unit) } : {}), ...(entry.audience === 'public' ? {} : { mark: <AudienceMark entry={entry} /> }),
      cell: (row) => cellOf(entry, valueOf(row, entry.path), row, say),
    };
    return entry.kind === 'links' ? [{ ...column, width: 104, access: () => 'edit' as const }, ...derivedColumns(say), leadColumn(say, leads)] : [column];
  });
}

/** How many leads a project has: a plain figure, for staff. */
const leadColumn = (say: Say, leads: Readonly<Record<string, number>>): GridColumn<DeskProjectRow> => ({
  key: leadCountPath, label: say('意向', 'Leads'), width: 84, align: 'right', cell: ({ project }) => { const count = leads[project.id] ?? 0; return count > 0 ? <span>{formatNumber(count)}</span> : empty; },
});

function derivedColumns(say: Say): GridColumn<DeskProjectRow>[] {
  const column = (key: string, label: string, unit: string, words: (row: DeskProjectRow) => number, digits: number): GridColumn<DeskProjectRow> => ({
    key, label, unit, width: 112, align: 'right', cell: (row) => { const amount = words(row); return amount > 0 ? <span>{formatNumber(amount, digits)}</span> : empty; },
  });
  return [
    column('totals.siteArea', say('占地', 'Site'), say('亩', 'mu'), ({ totals }) => totals.siteArea / squareMetresPerMu, 1),
    column('totals.floorArea', say('建面', 'Floor'), '㎡', ({ totals }) => totals.floorArea, 1),
    column('totals.capacityKw', say('装机', 'Capacity'), 'kW', ({ totals }) => totals.capacityKw, 1),
  ];
}

export const nameOf = (project: Project, say: Say) => (say.language === 'en' ? project.nameEn || project.name : project.name);

function cellOf(entry: FieldDefinition, value: unknown, row: DeskProjectRow, say: Say) {
  if (entry.path === 'name') return <span className="projects-name">{nameOf(row.project, say)}</span>;
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return empty;
  if (entry.kind === 'links') return <span>{say(`${row.totals.assetCount} 宗`, `${row.totals.assetCount}`)}</span>;
  if (entry.path === 'investment') return <span>{formatNumber(value as number)}</span>;
  if (entry.kind === 'choice') return <ChoiceTag entry={entry} value={value as string} say={say} />;
  const words = valueText(entry, value, say.language);
  return <span title={words}>{words}</span>;
}

/** What stands under the columns that add up. */
export function sumCells(sums: ProjectSums, say: Say): Record<string, string> {
  const { value, unit } = formatInvestment(sums.investment, say.language);
  return {
    investment: `${value} ${unit}`,
    assetIds: say(`${sums.assetCount} 宗`, String(sums.assetCount)),
    'totals.siteArea': formatNumber(sums.siteArea / squareMetresPerMu, 1),
    'totals.floorArea': formatNumber(sums.floorArea, 1),
    'totals.capacityKw': formatNumber(sums.capacityKw, 1),
  };
}
