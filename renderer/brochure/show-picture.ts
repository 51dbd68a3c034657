/** Shows a picture; settles when it is there. */
export const showPicture = (image: HTMLImageElement, address: string): Promise<void> => new Promise((resolve, reject) => {
  image.onload = () => resolve();
  image.onerror = () => reject(new Error('A picture of the book could not be shown.'));
  image.src = address;
});
