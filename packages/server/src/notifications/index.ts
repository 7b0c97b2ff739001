export { phoneTextOf, queuePhoneText, type PhoneText } from './store-texts.ts'
