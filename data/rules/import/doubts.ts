import { text, type Text } from '../../schema/text.js';
import type { Doubt } from '../../schema/import-plan.js';

/**
 * Everything an import may say of a value, for a person to look at or to know: a code for scripts, and what it means.
 * `{}` in a sentence is replaced by the cell's text.
 */
const sentences = {
  area_range: text('面积写的是区间「{}」，数值留空，原文保留', 'The area is a range, “{}”; the number is left empty, the words are kept'),
  area_approx: text('面积是约数「{}」', 'The area is approximate, “{}”'),
  area_unparsed: text('面积「{}」不是数字，数值留空，原文保留', 'The area “{}” is not a number; it is left empty, the words are kept'),
  area_invalid: text('面积「{}」应大于 0，数值留空', 'The area “{}” must be above 0; it is left empty'),
  unit_override: text('单元格写明了单位「{}」，与表头不同，按单元格换算', 'The cell names its own unit, “{}”, unlike the header; the cell was followed'),
  unit_assumed: text('没有写面积单位，按类别习惯作「{}」', 'No unit of area is given; by the habit of the category, “{}”'),
  merged_number: text('数字「{}」写在合并的多行上，只记入第一行', 'The number “{}” spans several merged rows; it is taken for the first only'),
  number_unparsed: text('「{}」不是数字，留空', '“{}” is not a number; left empty'),
  number_range: text('「{}」是区间，留空', '“{}” is a range; left empty'),
  number_approx: text('「{}」是约数', '“{}” is approximate'),
  date_unparsed: text('「{}」不是日期，留空', '“{}” is not a date; left empty'),
  date_approx: text('日期是约数「{}」', 'The date is approximate, “{}”'),
  date_ambiguous: text('「{}」分不清是 1 月还是 10 月，只记年份', '“{}” may be January or October; only the year is kept'),
  price_unparsed: text('价格「{}」读不出金额，原文保留', 'No amount can be read from the price “{}”; the words are kept'),
  price_range: text('价格是区间「{}」，金额留空，原文保留', 'The price is a range, “{}”; the amount is left empty, the words are kept'),
  price_approx: text('价格是约数「{}」', 'The price is approximate, “{}”'),
  price_basis_assumed: text('价格「{}」没有写明按年还是按总价，按年计', 'The price “{}” does not say per year or in all; taken per year'),
  investment_range: text('投资额写的是区间「{}」，数值留空，原文保留', 'The investment is a range, “{}”; the number is left empty, the words are kept'),
  investment_approx: text('投资额是约数「{}」', 'The investment is approximate, “{}”'),
  investment_unparsed: text('投资额「{}」不是数字，数值留空，原文保留', 'The investment “{}” is not a number; it is left empty, the words are kept'),
  coord_swapped: text('经度和纬度填反了，已对调：「{}」', 'Longitude and latitude were swapped and have been turned: “{}”'),
  coord_impossible: text('坐标「{}」不可能存在，未采用', 'The coordinates “{}” cannot exist; not used'),
  coord_unparsed: text('坐标栏「{}」读不出经纬度', 'No coordinates can be read from “{}”'),
  coord_incomplete: text('坐标不全：「{}」', 'The coordinates are incomplete: “{}”'),
  coord_outside: text('坐标「{}」远在本乡镇之外，未采用，请核对', 'The coordinates “{}” lie far outside the township; not used, please check'),
  coord_zone_assumed: text('平面坐标「{}」没有写带号，按最近的中央子午线换算', 'The plane coordinates “{}” name no zone; the nearest central meridian was used'),
  coord_datum_unsupported: text('坐标系是北京 54 或西安 80，未换算，可能偏差百米：「{}」', 'The datum is Beijing 1954 or Xi’an 1980; not converted, it may be off by 100 m: “{}”'),
  coord_zone_unknown: text('平面坐标「{}」没有带号，也无从判断，未采用', 'The plane coordinates “{}” name no zone and nothing tells it; not used'),
  polygon_unclosed: text('范围首尾没有闭合，已闭合', 'The boundary was not closed; it has been'),
  shape_broken: text('图形不完整或只有不到三个角点，坏的部分未采用', 'The drawing is incomplete or has fewer than three corners; the broken part is not used'),
  shape_crosses: text('范围的边线自己交叉，面积和位置可能不对', 'The line of the boundary crosses itself; its area and place may be wrong'),
  points_many: text('一条记录有多个点，取第一个：「{}」', 'One record has several points; the first was taken: “{}”'),
  no_geometry: text('没有图形，只收下属性', 'Nothing is drawn; only the attributes are taken'),
  area_geometry_mismatch: text('登记面积与图形面积相差两成以上：{}', 'The stated area and the drawn one differ by more than a fifth: {}'),
  area_drawn: text('没有登记面积，取图形面积 {}', 'No area is stated; the drawn one is taken, {}'),
  datum_unknown: text('坐标系「{}」不认识，坐标未采用', 'The datum “{}” is unknown; the coordinates were not used'),
  datum_gcj02: text('坐标是 GCJ-02，已换算为 WGS-84：「{}」', 'The coordinates are GCJ-02 and have been converted to WGS-84: “{}”'),
  datum_bd09: text('坐标是 BD-09，已换算为 WGS-84：「{}」', 'The coordinates are BD-09 and have been converted to WGS-84: “{}”'),
  village_unknown: text('「{}」不在已知的村名之内，村留空，请选定', '“{}” is not among the known villages; left empty, please choose'),
  village_by_name: text('账本里这宗「{}」的村未定，按名称对应，请核对', 'The village of “{}” is not known in the ledger; matched by name, please check'),
  village_carried: text('村栏空着，取上一行的「{}」', 'The village cell is blank; taken from the row above: “{}”'),
  code_missing: text('没有编号，以“村＋名称”识别', 'No code; recognised by village and name'),
  code_variant: text('编号写法不规范「{}」，已归一', 'The code “{}” is written irregularly and has been normalised'),
  code_conflict: text('不同的资产用了同一个编号「{}」，两条都保留，请改号', 'Different assets share the code “{}”; both are kept, please renumber'),
  duplicate_code: text('编号「{}」重复报送，不另建', 'The code “{}” was reported twice; not created again'),
  duplicate_name: text('同村同名「{}」而编号不同，疑似重复，未新增', 'Same village and name “{}” under another code; probably a repeat, not created'),
  same_name: text('同村同名「{}」，但面积、位置等不同，按两宗保留', 'Same village and name “{}”, but size, place or other facts differ; kept as two'),
  name_missing: text('没有名称，暂以编号为名', 'No name; the code stands in for it'),
  name_made: text('表中没有名称一栏，暂取「{}」为名', 'The table has no name column; “{}” stands in for it'),
  name_ambiguous: text('没有编号，而台账中有多宗同名「{}」，未合并', 'No code, and several records are named “{}”; not merged'),
  category_unknown: text('类别未写明或不认识「{}」，按「其他」收入', 'The category is not given or unknown, “{}”; taken as “other”'),
  status_unknown: text('状态「{}」不在词表内，留空，请选定', 'The status “{}” is not in the list; left empty, please choose'),
  word_unknown: text('「{}」不在词表内，留空', '“{}” is not in the list; left empty'),
  phone_invalid: text('电话号码位数不对「{}」，未采用', 'The phone number “{}” has the wrong number of digits; not used'),
  contact_many: text('写了多个联系人，取第一个：「{}」', 'Several contacts are given; the first was taken: “{}”'),
  protected_building: text('文物保护单位「{}」，处置须报批', 'A protected building, “{}”: disposal needs approval'),
  permit_expired: text('取水许可证已过期「{}」', 'The water permit has expired, “{}”'),
  formula_text: text('「{}」像公式，只按文字收下，不计算', '“{}” looks like a formula; taken as text, never evaluated'),
  cell_error: text('单元格是错误值「{}」，留空', 'The cell holds an error, “{}”; left empty'),
  value_invalid: text('「{}」不合要求（过长或超出范围），未采用', '“{}” is too long or out of range; not used'),
  horizon_missing: text('近期/远期未填', 'Near or far term is not filled in'),
  stage_unknown: text('阶段「{}」不在词表内，留空', 'The stage “{}” is not in the list; left empty'),
  link_unresolved: text('关联的「{}」在台账中找不到', 'The linked “{}” is not in the ledger'),
  link_ambiguous: text('关联的「{}」对应多宗资产，未关联，请选定', 'The linked “{}” fits several assets; not linked, please choose'),
  link_by_name: text('按名称关联「{}」，请核对', 'Linked by name, “{}”; please check'),
  slice_stale: text('发出这张表之后，账本里这一栏已经改过，保留账本的值：这里写「{}」', 'The ledger changed here after this sheet was handed out, so what it holds is kept; here it says “{}”'),
  conflict: text('与台账已有的值不同，保留台账的值：这里写「{}」', 'Differs from what the ledger holds, which is kept; here it says “{}”'),
  replaced: text('与台账已有的值相差较大，按本表更新为「{}」', 'Differs much from what the ledger held; updated to “{}”'),
} as const satisfies Record<string, Text>;

export type DoubtCode = keyof typeof sentences;

/** What only says how a value was understood, or is a fact of the record: nothing is lost or guessed, and nobody need look. */
const notes: ReadonlySet<DoubtCode> = new Set<DoubtCode>([
  'area_approx', 'number_approx', 'date_approx', 'price_approx', 'investment_approx', 'unit_override', 'code_variant', 'code_missing',
  'datum_gcj02', 'datum_bd09', 'polygon_unclosed', 'area_drawn', 'no_geometry', 'protected_building', 'horizon_missing',
]);

/** Makes a note or doubt about a field; `words` is what the cell says. */
export function doubt(code: DoubtCode, field: string, words = ''): Doubt {
  const shown = words.length > 80 ? `${words.slice(0, 79)}…` : words;
  const { zh, en } = sentences[code];
  return { field, code, level: notes.has(code) ? 'note' : 'doubt', reason: { zh: zh.replace('{}', () => shown), en: en.replace('{}', () => shown) }, ...(shown ? { text: shown } : {}) };
}
