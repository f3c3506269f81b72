namespace ToolGen.Registry.Storage.Sqlite.Migrations;

/// <summary>A step from one form of the file to the next; once released it never changes.</summary>
internal interface IMigration
{
    /// <summary>Runs inside a transaction.</summary>
    void Run(Sql sql);
}
