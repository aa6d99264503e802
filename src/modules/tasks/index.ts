export type { NewTask } from './task.ts'
export { addTask, finishTasks } from './task-store.ts'
