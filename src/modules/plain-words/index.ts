export { FamilyText } from './family-text.parts.tsx'
