// Finds recipes that use all ingredients; three helpers turn the list into a WHERE clause with LINQ.
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Threading.Tasks;
using Dapper;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    internal static class Conditions
    {
        public static string All(IEnumerable<string> parts) => parts.Aggregate("1 = 1", (sql, part) => sql + " AND " + part);

        public static string Uses(string ingredient) => $"id IN (SELECT recipe_id FROM ingredients WHERE name = {Quoted(ingredient)})";

        private static string Quoted(string value) => "'" + value.Trim().ToLowerInvariant() + "'";
    }

    public static class RecipeFunctions
    {
        public static AIFunction FindRecipes(DbConnection db) => AIFunctionFactory.Create(
            async (string[] ingredients) =>
            {
                var where = Conditions.All(ingredients.Select(Conditions.Uses));
                return (await db.QueryAsync<string>("SELECT title FROM recipes WHERE " + where + " LIMIT 20")).ToList();
            },
            "find_recipes",
            "Finds recipes that use all of the ingredients.");
    }
}

namespace Fixed
{
    internal static class Conditions
    {
        public static string All(IEnumerable<string> parts) => parts.Aggregate("1 = 1", (sql, part) => sql + " AND " + part);

        public static string Uses(string ingredient, DynamicParameters values)
        {
            var name = $"i{values.ParameterNames.Count()}";
            values.Add(name, ingredient.Trim().ToLowerInvariant());
            return $"id IN (SELECT recipe_id FROM ingredients WHERE name = @{name})";
        }
    }

    public static class RecipeFunctions
    {
        public static AIFunction FindRecipes(DbConnection db) => AIFunctionFactory.Create(
            async (string[] ingredients) =>
            {
                var values = new DynamicParameters();
                var where = Conditions.All(ingredients.Take(30).Select(i => Conditions.Uses(i, values)));
                return (await db.QueryAsync<string>("SELECT title FROM recipes WHERE " + where + " LIMIT 20", values)).ToList();
            },
            "find_recipes",
            "Finds recipes that use all of the ingredients.");
    }
}
