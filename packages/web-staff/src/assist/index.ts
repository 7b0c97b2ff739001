export { useAssistNews } from './AssistNews.tsx'
