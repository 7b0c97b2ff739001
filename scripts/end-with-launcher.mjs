// Loaded into every child of launch.cjs: when the launcher is gone, end as if it had sent the signal.
if (process.channel && process.ppid === Number(process.env.ANPEI_LAUNCHER)) {
  process.once('disconnect', () => {
    if (process.listenerCount('SIGTERM') > 0) process.emit('SIGTERM', 'SIGTERM')
    else process.exit(143)
  })
  process.channel.unref()
}
