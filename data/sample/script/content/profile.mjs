/** The township as its office would introduce it. Everything here is invented. */
export const profile = {
  name: { zh: '示例乡', en: 'Shili Township' },
  slogan: { zh: '一溪青绿，满乡待客', en: 'One blue-green stream, a township waiting for company' },
  villages: ['竹坞村', '石桥头村', '上梅湾村', '青枫岭村', '白鹭畈村', '水碓坑村', '高枧村', '云雾尖村', '松阴村', '龙爪溪村', '茶园岗村'],
  centre: { lng: 119.93, lat: 29.83 },
  publicContact: { name: '示例乡招商办公室', phone: '0000-0000000' },
  maps: [{ id: 'shili', shown: true, opacity: 1 }],
  sample: true,
}

/** Whom the office rings in each village, and how far the village is from the motorway exit by road. The people and numbers do not exist. */
export const villages = {
  竹坞村: { en: 'Zhuwu', contact: { name: '陈例安', phone: '19900000101' }, highwayKm: 12.5 },
  石桥头村: { en: 'Shiqiaotou', contact: { name: '吴例明', phone: '19900000102' }, highwayKm: 13.8 },
  上梅湾村: { en: 'Shangmeiwan', contact: { name: '林示川', phone: '19900000103' }, highwayKm: 14.6 },
  青枫岭村: { en: 'Qingfengling', contact: { name: '徐例衡', phone: '19900000104' }, highwayKm: 19.2 },
  白鹭畈村: { en: 'Bailufan', contact: { name: '周示和', phone: '19900000105' }, highwayKm: 9.4 },
  水碓坑村: { en: 'Shuiduikeng', contact: { name: '何示远', phone: '19900000106' }, highwayKm: 10.9 },
  高枧村: { en: 'Gaojian', contact: { name: '郑例舟', phone: '19900000107' }, highwayKm: 16.3 },
  云雾尖村: { en: 'Yunwujian', contact: { name: '叶示青', phone: '19900000108' }, highwayKm: 23.7 },
  松阴村: { en: 'Songyin', contact: { name: '方例林', phone: '19900000109' }, highwayKm: 18.1 },
  龙爪溪村: { en: 'Longzhaoxi', contact: { name: '胡示云', phone: '19900000110' }, highwayKm: 20.4 },
  茶园岗村: { en: 'Chayuangang', contact: { name: '蒋例和', phone: '19900000111' }, highwayKm: 11.6 },
}
