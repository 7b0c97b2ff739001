export { receiveMessage, type Inbound, type Received } from './receive-message.ts'
export { deskDirectory, deskKeepers } from './store-due.ts'
