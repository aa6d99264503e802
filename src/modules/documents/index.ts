export { type PrintedPlan, planPdf } from './plan-pdf.ts'
