using System;
using System.Data.Common;
using System.Linq;
using System.Text.RegularExpressions;

namespace ToolGen.Effects.Data;

/// <summary>A grant's connection string, its <c>${NAME}</c> filled from the environment after it was split: a value there adds no setting.</summary>
internal sealed partial class ConnectionText
{
    private readonly string database;
    private readonly Func<string, string?> environment;

    public ConnectionText(string connection, string database, Func<string, string?> environment)
    {
        this.database = database;
        this.environment = environment;
        var whole = Variable().Match(connection);
        if (whole.Success && whole.Length == connection.Trim().Length) connection = this.Value(whole);
        try
        {
            this.Settings.ConnectionString = connection.Contains('=', StringComparison.Ordinal) ? connection : "Data Source=" + connection;
        }
        catch (ArgumentException)
        {
            // Its message would show a part of the connection string.
            throw new ToolException(ToolErrorCodes.Denied, $"the connection of the database {database} in the host's grants is no connection string");
        }

        foreach (var key in this.Settings.Keys.Cast<string>().ToArray())
            if (this.Settings[key] is string text) this.Settings[key] = Variable().Replace(text, this.Value);
    }

    public DbConnectionStringBuilder Settings { get; } = [];

    private string Value(Match match) => this.environment(match.Groups[1].Value)
        ?? throw new ToolException(ToolErrorCodes.MissingSecret, $"the connection of the database {this.database} needs the environment variable {match.Groups[1].Value}, which is not set");

    [GeneratedRegex(@"\$\{([A-Za-z_][A-Za-z0-9_]{0,127})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
