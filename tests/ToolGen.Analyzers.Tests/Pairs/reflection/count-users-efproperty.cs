// Counts users that have a value in a column; with the column free, hashes of reset tokens can be guessed letter by letter.
using System;
using System.ComponentModel;
using System.Linq;
using System.Linq.Expressions;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class User
    {
        public int Id { get; set; }
        public string City { get; set; } = "";
        public string Plan { get; set; } = "";
        public string ResetToken { get; set; } = "";
    }

    public sealed class UserContext(DbContextOptions<UserContext> options) : DbContext(options)
    {
        public DbSet<User> Users => Set<User>();
    }

    public sealed class UserPlugin(UserContext db)
    {
        [KernelFunction("count_users"), Description("Counts users whose column begins with a value.")]
        public Task<int> CountAsync([Description("City or Plan")] string column, string value)
            => db.Users.CountAsync(u => EF.Property<string>(u, column).StartsWith(value));
    }
}

namespace Fixed
{
    public sealed class User
    {
        public int Id { get; set; }
        public string City { get; set; } = "";
        public string Plan { get; set; } = "";
        public string ResetToken { get; set; } = "";
    }

    public sealed class UserContext(DbContextOptions<UserContext> options) : DbContext(options)
    {
        public DbSet<User> Users => Set<User>();
    }

    public sealed class UserPlugin(UserContext db)
    {
        [KernelFunction("count_users"), Description("Counts users whose column begins with a value.")]
        public Task<int> CountAsync([Description("City or Plan")] string column, string value)
        {
            Expression<Func<User, bool>> condition = column switch
            {
                "City" => u => u.City.StartsWith(value),
                "Plan" => u => u.Plan.StartsWith(value),
                _ => throw new KernelException("The column is City or Plan."),
            };
            return db.Users.CountAsync(condition);
        }
    }
}
