import { partWords } from '../../../data/rules/brochure/order-pages.js';
import { useBook, useBookSay } from '../book-context.js';
import { Leaf, PartHead } from '../leaf.js';
import { ContactCode, TownshipSeal } from '../parts.js';
import { PhotoBox } from '../photo-box.js';
import { Said } from '../said.js';

/** 联系我们: whom to call, and how to begin. */
export function ContactPage({ index }: { index: number }) {
  const { book } = useBook();
  const { contact, language, township } = book;
  const say = useBookSay();
  const steps = [
    { name: say('记下编号', 'Note the codes'), words: say('看中哪一宗，记下它的编号和页码。', 'Note the code and the page of what you like.') },
    { name: say('约个时间', 'Set a time'), words: say('打电话或扫码联系，约好看现场的日子。', 'Call, or scan the code, and set a day to come.') },
    { name: say('到溪边走走', 'Come and see'), words: say('面积、权属、价格和限制，以现场和书面答复为准。', 'Areas, title, prices and limits: on site, and in writing.') },
  ];
  return (
    <Leaf index={index} kind="contact" part={partWords('contact', language)}>
      <PartHead kicker={township} title={partWords('contact', language)} />
      {contact && (
        <div className="contact-card">
          <ContactCode />
          <div>{contact.name && <p className="contact-office">{contact.name}</p>}{contact.phone && <p className="contact-number">{contact.phone}</p>}<Said words={say('扫码存入通讯录，不用联网', 'Scan to keep the contact; no network needed')} as="p" className="contact-note" /></div>
        </div>
      )}
      <ol className="contact-steps">{steps.map(({ name, words }, at) => <li key={name.main}><i>{at + 1}</i><Said words={name} as="b" /><Said words={words} as="p" /></li>)}</ol>
      <PhotoBox media={null} seed={`${township.main} contact`} className="foot-picture" />
    </Leaf>
  );
}

/** 版本说明: whose map it is, when the book was made, and what it does not promise. */
export function ColophonPage({ index }: { index: number }) {
  const { book } = useBook();
  const { title, township, credits, warning, madeOn, marks, sample, internal, language } = book;
  const say = useBookSay();
  return (
    <Leaf index={index} kind="colophon" bare>
      <div className="colophon-seal"><TownshipSeal /><Said words={book.slogan} as="p" /></div>
      <div className="colophon-words">
        <Said words={partWords('colophon', language)} as="h1" />
        <dl>
          <div><dt>{say.one('书名', 'Title')}</dt><dd>{title.main}</dd></div>
          <div><dt>{say.one('编制', 'By')}</dt><dd>{book.contact?.name ?? township.main}</dd></div>
          <div><dt>{say.one('日期', 'Date')}</dt><dd>{madeOn.main}</dd></div>
          <div><dt>{say.one('版别', 'Edition')}</dt><dd>{marks.map(({ main }) => main).join(' · ')}</dd></div>
          <div><dt>{say.one('地图', 'Maps')}</dt><dd>{credits.join(' · ')}{warning && <Said words={warning} as="p" />}</dd></div>
        </dl>
        {sample && <Said words={say('本册为示例数据，地名、人物、数字和图片均系虚构。', 'This book holds sample data: places, people, numbers and pictures are invented throughout.')} as="p" />}
        {internal && <Said words={say('内部资料，含权利人、联系人等信息，请勿外传；对外请用公开版。', 'Internal: it names owners and contacts. Do not pass it on; hand out the public edition.')} as="p" />}
        <Said words={say('本册用于介绍，不是要约，也不作税收、用地等优惠的承诺；农用地须保持农业用途，一切以现场、权证和合同为准。', 'This book informs; it is no offer and promises no favours of tax or land. Farmland stays in agricultural use. What holds is the site, the title and the contract.')} as="p" />
        <p className="colophon-made">溪山 Xishan</p>
      </div>
    </Leaf>
  );
}
