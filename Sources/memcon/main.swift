import Commands

runAsProcess()
