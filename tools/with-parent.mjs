// Loaded first in every command: ends it when the bootstrap that started it is gone, however that happened.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
