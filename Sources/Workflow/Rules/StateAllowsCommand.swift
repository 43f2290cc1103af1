/// No step is skipped: a command is possible only in the states of its row in the life of a project.
///
/// Refusal: `commandNotInState`. SQL: `transition_declared`.
public enum StateAllowsCommand {
    public static func check(_ command: Command.Kind, _ state: State) throws(Refusal) {
        guard state.commands.contains(command) else { throw .commandNotInState(command, state) }
    }
}
