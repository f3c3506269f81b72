namespace ToolGen.Generator.Flows;

/// <summary>What is done with a value where it can do harm, as findings say it.</summary>
internal static class FlowWords
{
    public const string Reads = "reads the file that it names";
    public const string Writes = "writes the file that it names";
    public const string Runs = "makes it part of the SQL that it runs";
    public const string Calls = "calls the address that it names";
    public const string Addresses = "makes it part of the path of an address";
    public const string Changes = "changes what it names";
    public const string Unseen = "does with it what no spec shows";
}
