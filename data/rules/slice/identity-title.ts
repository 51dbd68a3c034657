/** The header of the hidden column in which a workbook for a village holds the identity of its rows. */
export const identityTitle = '溪山标识';
