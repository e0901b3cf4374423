import { Modal } from 'antd';

const keys: [string, string][] = [
  ['j', '下一件'],
  ['k', '上一件'],
  ['Enter', '打开这一件'],
  ['x', '选择或取消选择这一件'],
  ['/', '到查找框'],
  ['n', '下一页'],
  ['b', '回到第一页'],
  ['?', '打开这份说明'],
];

/** The keys of the list, for those who work by keyboard. */
export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal open={open} title="键盘怎么用" footer={null} width={360} onCancel={onClose}>
      <dl className="key-help">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
