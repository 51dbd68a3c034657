/** What of a person is shown until somebody asks for more. */
const isChinese = (words: string) => /\p{Script=Han}/u.test(words);
const stars = '**';

/** 李** for 李明轩, J** for John Smith; nothing for nothing. How long the name is does not show. */
export function maskedName(name: string | undefined): string {
  const [first = ''] = name?.trim() ?? '';
  return first === '' ? '' : `${first}${stars}`;
}

/** The first two characters of a Chinese firm (浙江** ), the first letter of any other: enough to know it again. */
export function maskedOrganisation(organisation: string | undefined): string {
  const words = organisation?.trim() ?? '';
  if (words === '') return '';
  return `${[...words].slice(0, isChinese(words) && [...words].length > 3 ? 2 : 1).join('')}${stars}`;
}

/** 138****2046 for a mobile number; of shorter ones the last two digits alone. */
export function maskedPhone(phone: string | undefined): string {
  const digits = phone?.replace(/\D/g, '') ?? '';
  if (digits === '') return '';
  const local = digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits;
  return local.length >= 11 ? `${local.slice(0, 3)}****${local.slice(-4)}` : `****${local.slice(-2)}`;
}
