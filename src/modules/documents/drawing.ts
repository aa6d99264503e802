/** What a child drew, as it is kept: "12,30 14,33;200,10 201,10" on a paper of 400 by 300. */
export type PrintedDrawing = { drawing: string }

/** The same lines as on the screen, for the printer. Figures alone reach the picture. */
export function drawingSvg({ drawing }: PrintedDrawing): string {
  const lines = drawing
    .split(';')
    .map((points) => `<polyline points="${points.replace(/[^\d, ]/g, '')}"/>`)
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" fill="none" stroke="#16232b" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">${lines}</svg>`
}
