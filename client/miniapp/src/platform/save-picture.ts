/** Whether a picture can be put among the person's own. */
export const canSavePicture: boolean = true;

const width = 900;
const margin = 60;

export interface PictureLine {
  text: string;
  size: number;
  bold?: boolean;
}

/** Saves a few lines as a picture, to be found again without a network. */
export async function savePicture(name: string, lines: PictureLine[]): Promise<boolean> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = lines.reduce((sum, line) => sum + line.size * 1.6, margin * 2);
  const pen = canvas.getContext('2d');
  if (!pen) return false;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#17262b';
  pen.textAlign = 'center';
  let y = margin;
  for (const line of lines) {
    pen.font = `${line.bold ? 700 : 400} ${line.size}px "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif`;
    y += line.size * 1.2;
    pen.fillText(line.text, width / 2, y, width - margin);
    y += line.size * 0.4;
  }
  const bytes = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/png'));
  if (!bytes) return false;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = `${name}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return true;
}
