import { text } from '../../data/schema/text.js';

const commands = `  import FILE… --ledger DIR [--dry-run] [--remembered] [--attach-photos] [--take mine|theirs] [--json]
  list assets|projects --ledger DIR [--json]
  export projects|ledger --ledger DIR --format xlsx|csv|pdf --audience internal|public --out FILE [--columns FIELD,FIELD…]
         [--group FIELD|none] [--since DAY] [--field-notes] [--ids ID,ID…] [--language zh|en] [--encoding utf-8|gbk] [--json]
  export map --ledger DIR --format pdf|png --audience internal|public --out FILE [--paper A3|A4|screen]
         [--orientation landscape|portrait] [--style paper|night] [--title TEXT] [--extent W,S,E,N] [--language zh|en] [--json]
  export geo --ledger DIR --format geojson|kml --audience internal|public --out FILE [--datum WGS-84|CGCS2000|GCJ-02] [--language zh|en] [--json]
  export slides --ledger DIR --format pptx --audience internal|public --out FILE [--tour ID] [--language zh|en|both] [--json]
  export web --ledger DIR [--format zip] [--audience public] --out FILE [--ids ID,ID…] [--title TEXT] [--language zh|en] [--json]
  export poster --ledger DIR --format pdf|png [--audience public] --out FILE [--paper A2|A1] [--ids ID,ID…] [--title TEXT] [--language zh|en] [--json]
  export brochure --ledger DIR [--format pdf] --audience internal|public --out FILE [--ids ID,ID…] [--title TEXT] [--dedication TEXT] [--bleed]
         [--language zh|en|both] [--json]
  export film --ledger DIR --format mp4|webm --audience internal|public --out FILE [--tour ID] [--size 1080p|4k|upright|draft]
         [--seconds N] [--music FILE] [--poster FILE] [--language zh|en|both] [--json]
  export exchange --ledger DIR --audience internal|public --out FILE [--villages NAME,…] [--categories NAME,…] [--ids ID,ID…] [--json]
  export slice --ledger DIR [--audience public|internal] --out FILE [--villages NAME,…] [--categories NAME,…] [--ids ID,ID…] [--columns FIELD,…]
         [--contacts] [--blank-rows N] [--json]
  check --ledger DIR [--json]
  call NAME ['{json}'] --ledger DIR
  help
`;

/** How the command line is used. */
export const usage = text(
  `用法：npm run -s cli -- 命令\n${commands}--remembered 沿用本机在程序里为同样的表选过的读法。--attach-photos 把有把握的照片归到资产；不写则只列出。--take 交换件里两边都改过的地方用哪一边；
有这样的地方而不写，就不合并。
--json 在标准输出打印一个 JSON 值。退出码：0 完成，1 被拒绝（标准错误里有一句说明），2 用法不对。`,
  `Usage: npm run -s cli -- COMMAND\n${commands}--remembered reads tables as was chosen for such tables in the program on this machine. --attach-photos gives assets the photos that are sure; without it they are only listed.
--take says whose word counts where both desks changed one thing of an exchange file; without it such a file is not merged.
--json prints one JSON value on standard output. Exit code: 0 done, 1 refused (a sentence on standard error), 2 wrong usage.`,
);
