namespace ToolGen.Specification.Findings;

/// <summary>What a model, or the world outside, controls and where it arrives: {0} is the member that it reaches, {1} what arrives.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor SqlFromInput = new(
        "TG3001",
        "SQL from input",
        FindingSeverity.Warning,
        "{1} becomes part of the SQL that {0} runs",
        "Write the statement as a constant with parameters; choose a column or table name from a fixed set.",
        "Whoever steers the model's arguments writes the statement: other tables, other rows, another statement. A quote that is doubled or taken out does not help where the value stands without quotes, as a name, a number or a sort order. Where a value stands alone in quotes in a statement of Entity Framework Core, the fix makes it a parameter: `FromSqlRaw` becomes `FromSql`, `SqlQueryRaw` `SqlQuery`, `ExecuteSqlRaw` `ExecuteSql`.",
        "command.CommandText = $\"SELECT * FROM orders WHERE customer = '{customer}'\";",
        "command.CommandText = \"SELECT * FROM orders WHERE customer = $customer\";\ncommand.Parameters.AddWithValue(\"$customer\", customer);");

    public static readonly FindingDescriptor ProgramFromInput = new(
        "TG3004",
        "Program from input",
        FindingSeverity.Warning,
        "{1} decides which program runs, or in which folder and with which variables, by {0}",
        "Name the program as a constant, or choose it from a fixed set.",
        "Any program that the user may run is then the model's to run. The folder that it starts in and variables such as PATH and LD_PRELOAD decide what it loads.",
        "Process.Start(tool, [\"--version\"]);",
        "Process.Start(tool switch { \"git\" => \"/usr/bin/git\", \"tar\" => \"/usr/bin/tar\", _ => throw new ArgumentException(\"git or tar\") }, [\"--version\"]);");

    public static readonly FindingDescriptor CommandLineFromInput = new(
        "TG3005",
        "Command line from input",
        FindingSeverity.Warning,
        "{1} becomes part of the command line that {0} runs",
        "Give each value as an element of ArgumentList to the program itself, not to a shell.",
        "A command line is cut into words by quotes and spaces, and a shell reads `;`, `|`, `$( )` and more: a value that holds them is further options or further commands.",
        "Process.Start(\"git\", $\"log --author={author}\");",
        "Process.Start(new ProcessStartInfo(\"git\") { ArgumentList = { \"log\", \"--author=\" + author } });");

    public static readonly FindingDescriptor OptionFromInput = new(
        "TG3006",
        "Option from input",
        FindingSeverity.Warning,
        "{1} can begin with a dash, so that {0} hands over an option",
        "Put `--` before it where the program knows that, or refuse a value that begins with `-`.",
        "Programs such as git, tar, curl and ssh have options that run other programs or write files. An argument of its own is not cut into words, but it can still be an option.",
        "start.ArgumentList.Add(branch);",
        "start.ArgumentList.Add(\"--\");\nstart.ArgumentList.Add(branch);");

    public static readonly FindingDescriptor TooLargeToFollow = new(
        "TG3099",
        "Too large to follow",
        FindingSeverity.Warning,
        "this tool's code is too large, or calls too deep, to be followed whole: what is dangerous in it may be missed",
        "Cut it into smaller methods; move tables into data.",
        "Flows are followed with a fixed allowance of steps a method, the same on every machine. What exceeds it was not judged. The forge refuses such a tool.",
        "",
        "");
}
