interface IconPicture { readonly size: number; readonly png: Buffer }
export declare function icoOf(pictures: readonly IconPicture[]): Buffer;
export declare function icnsOf(pictures: readonly IconPicture[]): Buffer;
