export { KnowledgePanel } from './KnowledgePanel.tsx'
export { MyKnowledge } from './MyKnowledge.tsx'
