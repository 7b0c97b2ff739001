export { bytesText, countText, fenOfYuan, instantOfInput, instantText, today, yuan, yuanInput } from './format.ts'
