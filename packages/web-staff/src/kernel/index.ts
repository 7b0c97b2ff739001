export {
  bytesText,
  countText,
  fenOfYuan,
  instantOfInput,
  instantText,
  today,
  todayText,
  yuan,
  yuanInput,
} from './format.ts'
export { keepServerTime, present } from './present.ts'
