/**
 * Where media lie in a ledger's folder. What may be shown in public lies in `media/` itself; originals, documents and
 * thumbnails in folders of their own, so that the address of a public picture can never lead to an internal file.
 */
export const shelves = { shown: ['media'], originals: ['media', 'originals'], documents: ['media', 'documents'], thumbnails: ['media', 'thumbnails'] } as const;
