export { FamilyButtons } from './as-read.parts.tsx'
export { FamilyLine, FamilyText } from './family-text.parts.tsx'
