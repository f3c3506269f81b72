using System.Collections.Generic;
using System.Text;
using ToolGen.Registry.Audit;

namespace ToolGen.Registry.Storage.Sqlite.Migrations;

/// <summary>2: in how many shapes of arguments a version was asked; counted from the log once, and with each record from here on.</summary>
internal sealed class ArgumentShapes : IMigration
{
    private const int MostOfVersion = 100;

    private const string Answered = """
        SELECT body ->> '$.id', body -> '$.shape' FROM log
        WHERE kind IN ('called', 'refused') AND body ->> '$.fault' = 'none' AND json_type(body, '$.id') = 'text' AND json_type(body, '$.shape') = 'text' ORDER BY sequence
        """;

    public void Run(Sql sql)
    {
        sql.Run("CREATE TABLE shapes (id TEXT NOT NULL, shape INTEGER NOT NULL, PRIMARY KEY (id, shape)) STRICT, WITHOUT ROWID");
        sql.Run("ALTER TABLE usage ADD COLUMN shapes INTEGER NOT NULL DEFAULT 0");
        var shapes = new Dictionary<string, HashSet<long>>();
        foreach (var (id, shape) in sql.Each(Answered, reader => (reader.GetString(0), reader.GetString(1)[1..^1])))
        {
            if (!shapes.TryGetValue(id, out var known)) shapes.Add(id, known = []);
            if (known.Count < MostOfVersion) known.Add(ShapeHash.Of(Encoding.UTF8.GetBytes(shape)));
        }

        foreach (var (id, known) in shapes)
        {
            foreach (var shape in known) sql.Run("INSERT INTO shapes (id, shape) VALUES ($1, $2)", id, shape);
            sql.Run("UPDATE usage SET shapes = $2 WHERE id = $1", id, (long)known.Count);
        }
    }
}
