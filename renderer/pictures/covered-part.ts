/** A size in pixels of whatever kind. */
export interface PictureSize { readonly width: number; readonly height: number }

/** Photos of places have their matter a little below the middle. */
const focus = { x: 0.5, y: 0.56 };

/** The part of a picture that fills a room, as `object-fit: cover` would, in pixels of the picture. */
export function coveredPart(picture: PictureSize, room: PictureSize): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const scale = Math.max(room.width / picture.width, room.height / picture.height);
  const [width, height] = [room.width / scale, room.height / scale];
  return { left: (picture.width - width) * focus.x, top: (picture.height - height) * focus.y, width, height };
}
