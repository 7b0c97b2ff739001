export { PreferencePanel } from './PreferencePanel.tsx'
