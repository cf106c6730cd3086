/// Words that are on nearly every page and say nothing of it. The search page's script has the same list.
enum StopWords {
    static let all: [String] =
        """
        och att i en ett det den de som på är av för med till han hon inte om var sig från vi så kan man när år säga hade \
        skulle vid nu bara eller än sedan också över men får ut här mot under efter upp då där hur något sin sina sitt \
        denna detta dessa dem sådan sådant sådana vilken vilket vilka vad vem varje samt ha har hans hennes deras vara \
        varit blir blev bli ska skall in ju jag du ni oss er dig mig honom henne min din mitt ditt mina dina ingen inget \
        inga någon några utan genom mellan enligt per dnr the of and
        """.split(separator: " ").map(String.init)
}
