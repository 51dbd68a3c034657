import { FailureError } from '../../../data/schema/failure.js';
import { text, type Text } from '../../../data/schema/text.js';

const about = (code: 'unreadable-file' | 'too-large' | 'not-found' | 'cancelled' | 'wrong-input', name: string, message: Text) => new FailureError(code, message, { file: name });

/** Why a file is not taken into the media folder, each with what to do about it. */
export const refuseMedia = {
  empty: (name: string) => about('unreadable-file', name, text(`「${name}」是空文件，请重新拷贝一份再添加。`, `“${name}” is empty; copy it again and add it then.`)),
  gone: (name: string) => about('not-found', name, text(`找不到「${name}」，请确认它还在原处。`, `“${name}” was not found; check that it is still where it was.`)),
  changed: (name: string) => about('unreadable-file', name, text(`「${name}」在添加时还在变化，请等它写完再添加。`, `“${name}” changed while it was taken in; wait until it is finished and add it again.`)),
  cancelled: (name: string) => about('cancelled', name, text('已取消，账本没有改动。', 'Cancelled; the ledger is unchanged.')),
  heic: (name: string) => about('unreadable-file', name, text(
    `「${name}」是手机的 HEIC 照片，这里读不了。请在手机上改存为 JPEG（苹果手机：设置 › 相机 › 格式 › 兼容性最佳；旧照片可发送到电脑时选「自动」转成 JPEG），再添加。`,
    `“${name}” is a HEIC photo, which cannot be read here. Save it as JPEG on the phone (iPhone: Settings › Camera › Formats › Most Compatible) and add it again.`,
  )),
  otherPicture: (name: string, format: string) => about('unreadable-file', name, text(
    `「${name}」是 ${format} 图片，这里不能当照片用。请用画图或看图软件另存为 JPEG 或 PNG，再添加。`,
    `“${name}” is a ${format} picture and cannot be used as a photo here. Save it as JPEG or PNG with any picture viewer and add it again.`,
  )),
  otherFilm: (name: string, format: string) => about('unreadable-file', name, text(
    `「${name}」是 ${format} 格式，放映时播不了。请转成 MP4（H.264）再添加。`,
    `“${name}” is ${format}, which cannot be played at a show. Convert it to MP4 (H.264) and add it again.`,
  )),
  notA: (name: string, wanted: Text) => about('wrong-input', name, text(`「${name}」不是${wanted.zh}，没有添加。可以放到「附件」里。`, `“${name}” is not ${wanted.en} and was not added. It may go with the documents.`)),
  unknown: (name: string) => about('unreadable-file', name, text(
    `认不出「${name}」是什么文件。照片请用 JPEG、PNG、WebP，视频请用 MP4、WebM；其他资料请压缩成 zip 再添加。`,
    `“${name}” is of no kind known here. Photos: JPEG, PNG, WebP; films: MP4, WebM; pack anything else into a zip and add that.`,
  )),
  program: (name: string) => about('unreadable-file', name, text(`「${name}」是可执行程序，不能放进账本。`, `“${name}” is a program and cannot go into a ledger; add only photos, films and documents.`)),
  broken: (name: string) => about('unreadable-file', name, text(
    `「${name}」已损坏或没有传完，打不开。请从相机或手机重新拷贝一份，再添加。`,
    `“${name}” is damaged or incomplete and cannot be opened. Copy it again from the camera or phone and add that.`,
  )),
  print: (name: string) => about('unreadable-file', name, text(
    `「${name}」是印刷用的 CMYK 四色图，屏幕上显示不准。请用看图或修图软件另存为 RGB 的 JPEG，再添加。`,
    `“${name}” is in the four colours of printing (CMYK), which screens do not show. Save it as an RGB JPEG and add that.`,
  )),
  moving: (name: string) => about('unreadable-file', name, text(
    `「${name}」是会动的 WebP 动图，不能当照片用。请存成一张 JPEG，或转成 MP4 当视频添加。`,
    `“${name}” is an animated WebP and no photo. Save one picture of it as JPEG, or convert it to MP4 and add it as a film.`,
  )),
  slow: (name: string) => about('unreadable-file', name, text(
    `「${name}」读了很久也没有读完，已放弃。请用看图软件另存为普通 JPEG，再添加。`,
    `Reading “${name}” took far too long and was given up. Save it as a plain JPEG with a picture viewer and add that.`,
  )),
  tooManyPixels: (name: string, megapixels: number) => about('too-large', name, text(
    `「${name}」有 ${Math.round(megapixels)} 百万像素，超过 100 百万。请先缩小再添加。`,
    `“${name}” has ${Math.round(megapixels)} megapixels, more than 100. Scale it down and add it again.`,
  )),
  tooLarge: (name: string, megabytes: number) => about('too-large', name, text(
    `「${name}」超过 ${megabytes} MB，放进账本会让拷贝和备份很慢。请压缩后再添加。`,
    `“${name}” is over ${megabytes} MB, which would make copies and backups slow. Compress it and add it again.`,
  )),
} as const;
