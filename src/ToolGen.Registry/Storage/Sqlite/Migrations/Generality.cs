using System.Collections.Generic;
using System.Text;
using ToolGen.Registry.Audit;

namespace ToolGen.Registry.Storage.Sqlite.Migrations;

/// <summary>2: in how many shapes of arguments a version was asked, and processes as the callers that their users are; counted from the log once, and with each record from here on.</summary>
internal sealed class Generality : IMigration
{
    private const int MostOfVersion = 100;

    private const string Answered = """
        SELECT body ->> '$.id', body -> '$.shape' FROM log
        WHERE kind IN ('called', 'refused') AND body ->> '$.fault' = 'none' AND json_type(body, '$.id') = 'text' AND json_type(body, '$.shape') = 'text' ORDER BY sequence
        """;

    public void Run(Sql sql)
    {
        sql.Run("CREATE TABLE shapes (id TEXT NOT NULL, shape INTEGER NOT NULL, PRIMARY KEY (id, shape)) STRICT, WITHOUT ROWID");

        // A new table, since a column with a default would let a ToolGen that knows the first form alone, and runs on, write rows that lack it.
        sql.Run("ALTER TABLE usage RENAME TO usage_before");
        sql.Run(
            """
            CREATE TABLE usage (id TEXT PRIMARY KEY, answered INTEGER NOT NULL, caller INTEGER NOT NULL, tool INTEGER NOT NULL, environment INTEGER NOT NULL, refused INTEGER NOT NULL, callers INTEGER NOT NULL,
            shapes INTEGER NOT NULL, us INTEGER NOT NULL, last INTEGER, recent TEXT NOT NULL) STRICT
            """);
        sql.Run("INSERT INTO usage SELECT id, answered, caller, tool, environment, refused, callers, 0, us, last, recent FROM usage_before");
        sql.Run("DROP TABLE usage_before");
        var shapes = new Dictionary<string, HashSet<long>>();
        foreach (var (id, shape) in sql.Each(Answered, reader => (reader.GetString(0), reader.GetString(1)[1..^1])))
        {
            if (!shapes.TryGetValue(id, out var known)) shapes.Add(id, known = []);
            if (known.Count < MostOfVersion) known.Add(ShapeHash.Of(Encoding.UTF8.GetBytes(shape)));
        }

        foreach (var (id, caller) in sql.All("SELECT id, caller FROM callers", reader => (reader.GetString(0), reader.GetString(1))))
        {
            if (CallerName.Of(caller) is var name && name == caller) continue;
            sql.Run("DELETE FROM callers WHERE id = $1 AND caller = $2", id, caller);
            sql.Run("INSERT OR IGNORE INTO callers (id, caller) VALUES ($1, $2)", id, name);
        }

        sql.Run("UPDATE usage SET callers = (SELECT count(*) FROM callers c WHERE c.id = usage.id)");
        foreach (var (id, known) in shapes)
        {
            foreach (var shape in known) sql.Run("INSERT INTO shapes (id, shape) VALUES ($1, $2)", id, shape);
            sql.Run("UPDATE usage SET shapes = $2 WHERE id = $1", id, (long)known.Count);
        }
    }
}
