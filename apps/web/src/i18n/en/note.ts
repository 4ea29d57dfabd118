export const texts = {
  done: 'Done',
  receipt: 'Receipt',
  hint: { asked: 'A receipt is wanted with this.', required: 'This is not sent without a receipt.' },
  kinds: 'A photo or a PDF, {{most}} MB at most.',
  attach: 'Attach receipt',
  another: 'Choose another',
  remove: 'Remove receipt',
  tooLarge: 'This file is larger than {{most}} MB. Choose a smaller one.',
  wrongType: 'This is neither a photo nor a PDF. Choose a JPEG, PNG, WebP or PDF file.',
};
