/** The longest side that a receipt or a sheet of paper is read well at. */
const mostPixels = 2000;
const smallEnough = 1024 * 1024;

/**
 * A photo of a phone, of some megabytes, as large as reading it takes: a poor connection carries it, and where it was taken is not told along.
 * Anything else, and what a browser cannot draw, stays as it is.
 */
export async function smallerPicture(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < smallEnough) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, mostPixels / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const context = canvas.getContext('2d');
    if (!context) return file;
    context.fillStyle = '#fff'; // what is transparent would be black in a JPEG
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const drawn = await new Promise<Blob | null>((take) => canvas.toBlob(take, 'image/jpeg', 0.85));
    if (!drawn || drawn.size >= file.size) return file;
    return new File([drawn], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: drawn.type });
  } catch {
    return file;
  }
}
