using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Taint;
using ToolGen.CodeFixes.Rules.Sql;

namespace ToolGen.Analyzers.Tests.Rules.Sql;

/// <summary>Statements of Entity Framework Core, run by a database before and after the fix.</summary>
[TestClass]
public sealed class InterpolatedSqlFixTests
{
    private const string Values = """"
        string.Join(' ',
            shop.Orders.FromSqlRaw($"SELECT * FROM Orders WHERE Customer = '{customer}' AND Total > {least} ORDER BY Id").Sum(one => one.Total),
            shop.Database.SqlQueryRaw<int>($@"SELECT Total AS ""Value"" FROM Orders WHERE Customer IN ('{customer}', '{customer}')").AsEnumerable().Sum(),
            shop.Database.ExecuteSqlRawAsync($"""DELETE FROM "Orders" WHERE "Customer" LIKE '{customer}'""", CancellationToken.None).Result,
            shop.Database.ExecuteSqlRaw($"UPDATE Orders SET Customer = '{customer}' WHERE Customer <> 'it''s'"))
        """";

    private const string Parameters = """"
        string.Join(' ',
            shop.Orders.FromSql($"SELECT * FROM Orders WHERE Customer = {customer} AND Total > {least} ORDER BY Id").Sum(one => one.Total),
            shop.Database.SqlQuery<int>($@"SELECT Total AS ""Value"" FROM Orders WHERE Customer IN ({customer}, {customer})").AsEnumerable().Sum(),
            shop.Database.ExecuteSqlAsync($"""DELETE FROM "Orders" WHERE "Customer" LIKE {customer}""", CancellationToken.None).Result,
            shop.Database.ExecuteSql($"UPDATE Orders SET Customer = {customer} WHERE Customer <> 'it''s'"))
        """";

    [TestMethod]
    public async Task What_was_text_of_a_statement_becomes_a_parameter_and_the_same_rows_answer()
    {
        var before = Tool(Values);
        Assert.AreEqual("TG3001 TG3001 TG3001 TG3001", await before.IdsAsync());
        var after = await before.FixAllAsync(new InterpolatedSqlFix());

        StringAssert.Contains(after.Text, Parameters);
        Assert.AreEqual("", await after.IdsAsync());
        Assert.AreEqual("30 30 2 1", await before.RunAsync("Ask", "Ada", 5));
        Assert.AreEqual("30 30 2 1", await after.RunAsync("Ask", "Ada", 5));
        Assert.AreEqual("0 0 0 3", await after.RunAsync("Ask", "' OR 1 = 1 --", 5), "a hostile customer has no orders");
    }

    // One project of many statements: each has a finding, none has a fix.
    private static readonly string[] NoValues =
    [
        "$\"SELECT * FROM {customer}\"", // a name
        "$\"SELECT * FROM Orders ORDER BY {customer}\"", // an order
        "$\"SELECT * FROM Orders WHERE Customer LIKE '%{customer}%'\"", // part of a text
        "$\"SELECT * FROM Orders WHERE Customer = {customer}\"", // text without quotes
        "$\"SELECT * FROM Orders WHERE Customer = 'a = '{customer}''\"", // quotes that close before
        "$\"SELECT * FROM Orders WHERE Day = DATE '{customer}'\"", // a literal of a type
        "$\"SELECT * FROM Orders WHERE Day = N'{customer}'\"", // a text of another type
        "$\"SELECT * FROM Orders -- '{customer}'\"", // a comment
        "$\"SELECT * FROM Orders WHERE Customer = '{customer}' AND Total = {{0}}\", 1", // values beside
        "$\"SELECT * FROM Orders WHERE Customer = '{(least > 0 ? customer : null)}'\"", // what may be null
        "$\"SELECT * FROM Orders WHERE Customer = '{customer}' ORDER BY Id, {least}\"", // the number of a column
        "\"SELECT * FROM Orders WHERE Customer = '\" + customer + \"'\"", // texts that are joined
    ];

    [TestMethod]
    public async Task What_is_no_value_of_its_own_is_left()
    {
        var before = Tool("string.Concat(" + string.Join(", ", NoValues.Select(statement => $"shop.Orders.FromSqlRaw({statement}).Count()")) + ")");
        Assert.AreEqual(string.Join(' ', NoValues.Select(_ => "TG3001")), await before.IdsAsync());
        Assert.AreEqual(before.Text, (await before.FixAllAsync(new InterpolatedSqlFix())).Text);
    }

    private static ToolProject Tool(string answer) => ToolProject.Of(new TaintAnalyzer(), $$"""
        using Microsoft.EntityFrameworkCore;

        public static class Tools
        {
            [McpServerTool]
            public static string Ask(string customer, int least)
            {
                using var shop = new Shop();
                shop.Database.OpenConnection();
                shop.Database.EnsureCreated();
                shop.AddRange(new Order { Customer = "Ada", Total = 10 }, new Order { Customer = "Ada", Total = 20 }, new Order { Customer = "Bob", Total = 40 });
                shop.SaveChanges();
                return {{answer}};
            }
        }

        public sealed class Order { public int Id { get; set; } public string Customer { get; set; } = ""; public int Total { get; set; } }

        public sealed class Shop : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();

            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:");
        }
        """);
}
