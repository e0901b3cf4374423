import Taro from '@tarojs/taro';
import type { ChosenFile } from './chosen-file';

/** WeChat lets documents be chosen from a conversation alone. */
export async function chooseDocuments(most: number): Promise<ChosenFile[]> {
  const { tempFiles } = await Taro.chooseMessageFile({ count: most, type: 'file', extension: ['pdf'] });
  return tempFiles.map((file) => ({
    name: file.name,
    sizeBytes: file.size,
    contentType: 'application/pdf',
    body: file.path,
    preview: null,
  }));
}
