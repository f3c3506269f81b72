using System.Collections.Generic;
using System.CommandLine;

namespace ToolGen.Cli.Commands.Registry;

/// <summary>The commands of the registry, in the order of <c>--help</c>.</summary>
internal static class RegistryCommands
{
    public static IEnumerable<Command> Create() =>
    [
        AddCommand.Create(), ListCommand.Create(), ShowCommand.Create(), HistoryCommand.Create(), DiffCommand.Create(), FindCommand.Create(), ReviewCommand.Create(), ApproveCommand.Create(), .. MarkCommands.Create(),
        RollbackCommand.Create(), RepairCommand.Create(), StatsCommand.Create(), AuditCommand.Create(), AuditCommand.CreateVerify(), ExportCommand.Create(), CollectionCommand.Create(), GcCommand.Create(), KeyCommand.Create(),
    ];
}
