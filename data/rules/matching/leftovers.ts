import type { WishLexicon } from './lexicon.js';
import { asWritten, taken, type WishText } from './wish-text.js';

/** Words that hold a Chinese sentence together; what is left of a stretch after them was not understood. */
const chineseFillers = /一起|一并|同时|连在一起|手上|手里|手头|想要|想找|想问|请问|有没有|是不是|能不能|可不可以|希望|需要|打算|准备|考虑|计划|我们|公司|老板|客户|朋友|投资人|最好|必须|一定|可以|能够|适合|用来|用于|用作|改造成?|改成|改建成?|改做|打造|建设?|开个?|开家|做成|附近|周边|周围|旁边|地方|左右|大概|大约|差不多|其中|而且|并且|另外|同时|以及|还有|还要|或者|如果|因为|所以|但是|不过|就行|就好|即可|都行|也行|合适的?|推荐|介绍|看看|一下|一些|有些|几个|几处|一块|一片|一处|一个|一栋|一幢|一座|一间|一套|一家|整片|整栋|连片|成片|集中|优先|比较|稍微|特别|非常|主要|方向|项目|业态|面积|预算|租金|价格|投资|规模|位置|条件|要求|资源|资产|闲置|盘活|经营|运营|长期|合作|谁有|哪里|哪儿|什么|怎么|这种|那种|这样|之类|类的|带有?|靠近|靠着?|挨着|临近|临|离|距|里面|上面|之间|村里|村子|乡里|镇上|乡下|农村|乡村|当地|这边|那边|咱们|咱|您|你们?|我|他们?|想|要|找|做|搞|弄|有|能|可|在|给|帮|求|来|去|到|把|被|让|用|是|的|地(?=$)|得|收|投|开|种|改|子|了|着|过|吗|呢|吧|啊|呀|哈|嘛|和|与|或|及|跟|也|都|就|还|又|再|最|更|很|太|大|小|好|新|老|块|片|处|个|栋|座|间|套|家|些|点|种|类|式|型|里|内|外|上|下|中|边|且|但|而|以|为|于|从|向|对|由|因|那|这|每|各|其|所|每年|每月/g;
const fillersFirst = new RegExp(`^(?:${chineseFillers.source})+`);
const fillersLast = new RegExp(`(?:${chineseFillers.source})+$`);
/** The same for English. */
const englishFillers = new Set(('a an the i im i\'m we we\'re you our us my me is are am be been being was were it its it\'s this that these those there their they to for of in on at by from into with within and or but so if as than then also too very some any all each both one ones something somewhere anything place places spot site sites area areas ' +
  'looking look want wants wanted would like need needs needed seek seeking search searching find found hope hoping plan plans planning intend interested invest investor investors investment investing client clients company firm group buyer have has having had get got take taking run running open opening start starting set up make making turn convert converting conversion converted build building use used using suitable suited good nice great big large small old new possible possibly preferably ideally prefer must should could can may might will about around near nearby next close over under up down out off per cny rmb yuan year years month annual rent rental budget price cost maximum minimum least most more less no not only just really please hello hi thanks thank help what which who where how do does did has let\'s kind type sort size space room etc e.g village villages township town county rural countryside china local project projects opportunity plus ok okay people i\'d we\'d').split(' '));

const longestOwn = 10;

/** Words that were not understood but stand in the ledger's own texts: names, uses, trees, streams. The longest first, from the left. */
export function ownWords(plain: string, lexicon: WishLexicon): { readonly from: number; readonly to: number; readonly word: string }[] {
  const found: { from: number; to: number; word: string }[] = [];
  // Fillers are no words of the ledger, even where its texts hold them.
  const masked = plain.replace(chineseFillers, (word) => taken.repeat(word.length));
  for (const { 0: run, index } of masked.matchAll(/[\u4e00-\u9fff]{2,}/g)) {
    for (let at = 0; at + 2 <= run.length;) {
      let length = Math.min(longestOwn, run.length - at);
      while (length >= 2 && !lexicon.has(run.slice(at, at + length))) length -= 1;
      if (length >= 2) { found.push({ from: index + at, to: index + at + length, word: run.slice(at, at + length) }); at += length; } else at += 1;
    }
  }
  for (const { 0: word, index } of plain.matchAll(/[a-z][a-z'-]{2,}/g)) {
    const stem = word.replace(/(?:'s|s)$/, '');
    if (!englishFillers.has(word) && stem.length >= 3 && lexicon.has(stem)) found.push({ from: index, to: index + word.length, word: stem });
  }
  return found;
}

/** The stretches that nothing was understood of, as they were written. */
export function leftovers(text: WishText, plain: string): string[] {
  const left: string[] = [];
  for (const { 0: run, index } of plain.matchAll(/[^\u0001，,。.；;！!？?：:、（）()「」『』“”"\n]+/g)) {
    // English words that say something, each with its neighbours.
    let from = -1;
    let to = -1;
    const close = () => { if (from >= 0) left.push(asWritten(text, index + from, index + to)); from = -1; };
    for (const piece of run.matchAll(/[\u2e80-\u9fff]+|[^\s\u2e80-\u9fff]+/g)) {
      const isChinese = /[\u2e80-\u9fff]/.test(piece[0]);
      const says = isChinese ? piece[0].replace(chineseFillers, '').length > 0 : /[a-z0-9]/.test(piece[0]) && !englishFillers.has(piece[0]) && piece[0].length > 1;
      if (!says) { close(); continue; }
      // What only leads up to it or away from it is left out.
      const [head, tail] = isChinese ? [fillersFirst.exec(piece[0])?.[0].length ?? 0, fillersLast.exec(piece[0])?.[0].length ?? 0] : [0, 0];
      if (from < 0) from = piece.index + head;
      to = piece.index + piece[0].length - tail;
    }
    close();
  }
  return [...new Set(left)].filter((words) => words !== '');
}
