@preconcurrency import Glibc

setvbuf(stdout, nil, _IOLBF, 0)
exit(TrainingCommand.run(Array(CommandLine.arguments.dropFirst())))
