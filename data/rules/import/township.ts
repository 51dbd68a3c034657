/** Words that end the name of a township, with what an office is called beside them. */
const office = /(?:填报|编制|制表|填表|报送|上报|主管)?单位\s*(?:[(（][^)）]*[)）])?\s*[:：]\s*(?:[\u4e00-\u9fff]{2,8}?(?:县|市|区))?([\u4e00-\u9fff]{1,6}?(?:乡|镇|街道))(?:人民政府|政府|办事处|党委|党政办)?/;
const heading = /^(?:[\u4e00-\u9fff]{2,8}?(?:省|市))?(?:[\u4e00-\u9fff]{1,6}?(?:县|市|区))?([\u4e00-\u9fff]{1,6}?(?:乡|镇|街道))(?:人民政府)?(?=.{0,12}(?:资产|资源|台账|一览|项目|统计|登记|招商|闲置|汇总|清单))/;
/** 乡镇 and the like name no township. */
const generic = /^(?:各|本|全|某|所属|所在|该|城|集|小城|乡|村|特色小|中心)(?:乡|镇|街道)$/;

/** The township whose office a table comes from, as its title or its 填报单位 line states it; nothing when they state none. */
export function townshipIn(lines: readonly string[]): string | undefined {
  for (const pattern of [office, heading]) {
    for (const line of lines) {
      const found = pattern.exec(line.normalize('NFKC').replace(/\s+/g, ''))?.[1];
      if (found && found.length >= 2 && !generic.test(found)) return found;
    }
  }
  return undefined;
}
