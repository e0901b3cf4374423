import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { FileDoorProps } from './file-door';
import { Picture } from './picture';

async function openDocument(url: string) {
  const { tempFilePath } = await Taro.downloadFile({ url });
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf' });
}

export function FileDoor({ url, picture, name, label }: FileDoorProps) {
  const open = () =>
    void (picture ? Taro.previewImage({ urls: [url] }) : openDocument(url).catch(() => null));
  return (
    <View className="file-door" ariaRole="link" ariaLabel={label} onClick={open}>
      {picture ? <Picture src={picture} words="" /> : <View className="file-name">{name}</View>}
    </View>
  );
}
