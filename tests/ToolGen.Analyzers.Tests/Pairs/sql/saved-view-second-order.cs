// Saves views of a task list and opens them; the condition that was saved as a value is later run as a part of a statement.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class TaskViews
    {
        /// <summary>Saves a view of the task list: a condition over state, owner and due.</summary>
        [Tool(Capabilities = ["sql tasks write"])]
        public static async Task<string> SaveView(string name, string condition, ToolContext context)
        {
            await using var session = await context.Data.OpenAsync("tasks", writes: true);
            await session.RunAsync(new SqlStatement().Text("INSERT INTO views (name, condition) VALUES (").Value(name).Text(", ").Value(condition).Text(")"));
            await session.CommitAsync();
            return "saved";
        }

        /// <summary>Lists the tasks of a saved view.</summary>
        [Tool(ReadOnly = true, Capabilities = ["sql tasks read"])]
        public static async Task<List<string>> OpenView(string name, ToolContext context)
        {
            await using var session = await context.Data.OpenAsync("tasks");
            var view = await session.RunAsync(new SqlStatement().Text("SELECT condition FROM views WHERE name = ").Value(name));
            if (view.Rows is not [[string condition], ..]) return [];
            var rows = await session.RunAsync(new SqlStatement().Text($"SELECT title FROM tasks WHERE {condition} ORDER BY due"));
            return rows.Rows.Select(row => (string)row[0]!).ToList();
        }
    }
}

namespace Fixed
{
    public enum TaskField { State, Owner, Due }

    public static class TaskViews
    {
        /// <summary>Saves a view of the task list: a field and the value that it must have.</summary>
        [Tool(Capabilities = ["sql tasks write"])]
        public static async Task<string> SaveView(string name, TaskField field, string value, ToolContext context)
        {
            await using var session = await context.Data.OpenAsync("tasks", writes: true);
            await session.RunAsync(new SqlStatement().Text("INSERT INTO views (name, field, value) VALUES (")
                .Value(name).Text(", ").Value(field.ToString()).Text(", ").Value(value).Text(")"));
            await session.CommitAsync();
            return "saved";
        }

        /// <summary>Lists the tasks of a saved view.</summary>
        [Tool(ReadOnly = true, Capabilities = ["sql tasks read"])]
        public static async Task<List<string>> OpenView(string name, ToolContext context)
        {
            await using var session = await context.Data.OpenAsync("tasks");
            var view = await session.RunAsync(new SqlStatement().Text("SELECT field, value FROM views WHERE name = ").Value(name));
            if (view.Rows is not [[string field, string value], ..]) return [];
            var column = field switch { nameof(TaskField.State) => "state", nameof(TaskField.Owner) => "owner", nameof(TaskField.Due) => "due", _ => throw new ToolException(ToolErrorCodes.BadData, "the view has an unknown field") };
            var rows = await session.RunAsync(new SqlStatement().Text($"SELECT title FROM tasks WHERE {column} = ").Value(value).Text(" ORDER BY due"));
            return rows.Rows.Select(row => (string)row[0]!).ToList();
        }
    }
}
