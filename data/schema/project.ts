import { z } from 'zod';
import { dateSchema, idSchema, publicContactShape, recordShape } from './common.js';
import { field, noun } from './field.js';
import { text, textSchema } from './text.js';
import { cooperations, horizons, scales, stages } from './vocabularies.js';

const words = (limit = 200) => z.string().max(limit).optional();

/** A project of 项目一张表. Area, capacity and status totals are derived from its assets, never typed in. */
export const projectSchema = noun({
  ...recordShape,
  code: field(words(60), { label: text('项目编号', 'Code'), audience: 'public', kind: 'text', section: 'identity', places: ['table', 'search'], width: 7, synonyms: ['编号', '项目编码', '项目代码', '项目号'] }),
  name: field(z.string().min(1).max(120), { label: text('项目名称', 'Project'), audience: 'public', kind: 'text', section: 'identity', places: ['table', 'search'], width: 16, synonyms: ['名称', '招商项目名称', '项目', '招商项目', '拟招商项目名称', '推介项目名称', '项目名'] }),
  nameEn: field(words(160), { label: text('英文名', 'English name'), audience: 'public', kind: 'text', section: 'identity', places: ['search'], width: 14 }),
  location: field(words(200), { label: text('建设地点', 'Site'), audience: 'public', kind: 'text', section: 'place', places: ['table', 'search'], width: 9, synonyms: ['项目地点', '地点', '建设地址', '实施地点', '项目选址', '选址', '所在村', '项目位置', '项目所在地', '所在位置', '建设位置', '落地地点', '拟选址', '所在地', '地址', '建设选址', '拟建地点', '项目建设地点', '位置', '坐落', '实施地', '落地村', '涉及村', '所属村'] }),
  summary: field(textSchema.partial().optional(), { label: text('一句话介绍', 'In one sentence'), audience: 'public', kind: 'bilingual', section: 'story', places: ['card'], width: 16, synonyms: ['项目简介', '项目概况', '简介'] }),
  content: field(words(1000), { label: text('建设内容及规模', 'Content and scale'), audience: 'public', kind: 'long-text', section: 'story', places: ['table', 'card', 'search'], width: 22, synonyms: ['建设内容', '主要建设内容', '建设规模及内容', '建设规模', '项目内容', '主要建设内容及规模', '项目建设内容', '建设内容与规模', '建设规模和内容', '主要内容', '建设主要内容', '建设规模及主要内容', '内容及规模', '项目内容及规模', '主要建设内容和规模', '建设内容和规模', '规模及内容', '建设规模与内容', '主要建设内容与规模', '建设内容规模'] }),
  investment: field(z.number().nonnegative().optional(), { label: text('总投资', 'Investment'), audience: 'public', kind: 'number', section: 'size', places: ['table', 'headline'], width: 8, unit: text('万元', '10k CNY'), synonyms: ['投资额', '投资规模', '计划总投资', '估算总投资', '计划投资', '投资总额', '拟投资', '总投资额', '投资估算', '预计投资', '预计总投资', '项目总投资', '投资金额', '意向投资', '拟投资额', '投资', '概算投资', '估算投资', '计划投资额', '预算投资', '拟总投资', '投资概算', '匡算投资'] }),
  investmentText: field(words(60), { label: text('总投资（原文）', 'Investment as written'), audience: 'internal', kind: 'system', section: 'size' }),
  horizon: field(horizons.schema.optional(), { label: text('近期/远期', 'Horizon'), audience: 'public', kind: 'choice', section: 'offer', places: ['table', 'card'], width: 7, vocabulary: horizons, synonyms: ['近远期', '建设时序', '时序', '近期远期', '项目时序', '落地时序', '近/远期', '实施时序', '落地时限', '时序安排', '储备类型', '近远期分类', '计划时序', '分期', '期别', '实施期限', '推进时序', '近期或远期', '项目期限', '落地时间'] }),
  scale: field(scales.schema.optional(), { label: text('体量', 'Scale'), audience: 'public', kind: 'choice', section: 'offer', places: ['table', 'card'], width: 6, vocabulary: scales, synonyms: ['项目类型', '项目体量', '规模类别', '项目分类'] }),
  sector: field(words(60), { label: text('产业', 'Sector'), audience: 'public', kind: 'text', section: 'offer', places: ['table', 'card', 'search'], width: 7, synonyms: ['产业类别', '所属产业', '行业', '产业类型', '所属行业', '行业类别', '产业分类', '产业门类', '产业领域', '产业方向', '领域', '所属类别', '项目类别', '行业类型', '业态类别', '业态', '类别', '产业大类', '所属领域', '产业板块', '板块'] }),
  stage: field(stages.schema.optional(), { label: text('阶段', 'Stage'), audience: 'public', kind: 'choice', section: 'offer', places: ['table', 'card'], width: 5, vocabulary: stages, synonyms: ['项目阶段', '进展阶段', '项目状态', '推进阶段', '目前阶段', '当前阶段', '项目进度', '进度', '目前进度', '项目进展阶段', '工作阶段', '推进状态', '进展状态', '招商阶段', '洽谈阶段', '状态', '建设阶段', '建设状态', '建设进度', '所处阶段', '项目推进阶段', '推进进度'] }),
  stageText: field(words(60), { label: text('阶段（原文）', 'Stage as written'), audience: 'internal', kind: 'system', section: 'offer' }),
  cooperation: field(z.array(cooperations.schema).default([]), { label: text('合作方式', 'Cooperation'), audience: 'public', kind: 'choices', section: 'offer', places: ['table', 'card'], width: 8, vocabulary: cooperations, synonyms: ['招商方式', '合作模式', '投资方式', '拟合作方式', '引资方式', '招商合作方式', '合作形式', '拟合作形式', '合作类型', '意向合作方式'] }),
  cooperationText: field(words(60), { label: text('合作方式（原文）', 'Cooperation as written'), audience: 'internal', kind: 'system', section: 'offer' }),
  landUse: field(words(60), { label: text('用地性质', 'Land use'), audience: 'public', kind: 'text', section: 'rights', places: ['table', 'card'], width: 8, synonyms: ['土地性质', '用地类型', '用地情况', '土地用途', '用地属性', '土地类型', '用地类别', '拟用地性质', '项目用地性质', '土地使用性质', '用地'] }),
  returns: field(words(1000), { label: text('效益', 'Returns'), audience: 'public', kind: 'long-text', section: 'story', places: ['card'], width: 14, synonyms: ['预期效益', '效益分析', '经济效益', '投资回报', '预计效益'] }),
  progress: field(words(1000), { label: text('进展', 'Progress'), audience: 'internal', kind: 'long-text', section: 'people', places: ['table'], width: 14, synonyms: ['项目进展', '目前进展', '进展情况', '推进情况', '最新进展', '当前进展', '工作进展', '进展情况及存在问题'] }),
  assetIds: field(z.array(idSchema).default([]), { label: text('关联资产', 'Assets'), audience: 'public', kind: 'links', section: 'place', places: ['table'], width: 12, synonyms: ['关联资产编号', '资产编号', '涉及资产', '关联资源', '涉及资产编号', '盘活资产', '资产编码', '关联资产编码', '依托资产', '利用资产', '拟用资产', '盘活资产编号', '对应资产', '对应资产编号', '关联编号', '涉及闲置资产', '拟利用资产', '关联闲置资产', '拟盘活资产', '依托闲置资产', '资产代码', '涉及资产名称', '关联资产名称', '依托资产编号', '利用资产编号', '使用资产', '关联资产代码', '关联台账编号', '拟盘活资产编号', '依托资源'] }),
  officer: field(words(60), { label: text('责任领导', 'Officer'), audience: 'internal', kind: 'text', section: 'people', places: ['table'], width: 8, synonyms: ['牵头领导', '责任人', '包联领导', '项目负责人', '牵头责任人', '分管领导', '挂钩领导', '联系领导', '挂联领导', '包抓领导', '领办领导', '牵头负责人', '服务专员', '项目专员', '挂包领导', '负责领导', '项目长', '牵头人', '主抓领导', '责任领导及职务', '领衔领导', '挂点领导', '包保领导', '负责人'] }),
  ...publicContactShape,
  startsAt: field(dateSchema.optional(), { label: text('开工时间', 'Starts'), audience: 'public', kind: 'date', section: 'offer', places: ['card'], width: 7, synonyms: ['计划开工', '拟开工时间', '开工日期', '计划开工时间'] }),
  endsAt: field(dateSchema.optional(), { label: text('建成时间', 'Ends'), audience: 'public', kind: 'date', section: 'offer', places: ['card'], width: 7, synonyms: ['竣工时间', '计划竣工', '完工时间', '计划建成时间'] }),
  notes: field(words(2000), { label: text('备注', 'Notes'), audience: 'internal', kind: 'long-text', section: 'people', width: 12, synonyms: ['说明', '其他说明', '其他', '其它', '补充说明', '备考', '附注'] }),
});
export type Project = z.infer<typeof projectSchema>;
